import { PROBES } from '../../probes/index.ts';
import { SEVERITY } from '../model/verdict.ts';
import { type Command, FLAGS_OF } from './commands.ts';
import { FLAGS, type Flag } from './flags.ts';

/** The shell calls back with this and the words so far. */
export const COMPLETE = '--complete';

/** For bash, and for zsh by its emulation: put it into the start-up file of the shell. */
export function completionScript(): string {
  return `# deadair: add this to ~/.bashrc or ~/.zshrc, or: source <(deadair completion)
if [ -n "\${ZSH_VERSION-}" ]; then
  autoload -U +X compinit && compinit
  autoload -U +X bashcompinit && bashcompinit
fi
_deadair() {
  local words
  words=$(deadair ${COMPLETE} "\${COMP_WORDS[@]:1:$COMP_CWORD}" 2>/dev/null)
  COMPREPLY=($(compgen -W "$words" -- "\${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _deadair deadair
`;
}

/** What may come next after these words, the last of which is being typed. Nothing leaves it to the shell, which knows files. */
export function completions(words: readonly string[]): readonly string[] {
  const current = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const command = before.find(isCommand);
  const flag = flagNamed(before.at(-1) ?? '');
  if (flag && flag.value !== null) return flag.choices ?? [];
  if (current.startsWith('-'))
    return FLAGS_OF[command ?? 'probe'].map((name) => `--${name}`).filter((name) => !before.includes(name));
  switch (command) {
    case 'explain':
      return Object.keys(SEVERITY);
    case 'protocols':
      return PROBES.map(({ name }) => name);
    case undefined:
      return before.length > 0 ? [] : [...COMMANDS, 'completion'];
    case 'probe':
    case 'demo':
    case 'lab':
    case 'compare':
    case 'whereami':
      return [];
    default:
      return command satisfies never;
  }
}

const COMMANDS: readonly string[] = Object.keys(FLAGS_OF);

function isCommand(word: string): word is Command {
  return COMMANDS.includes(word);
}

function flagNamed(word: string): Flag | null {
  const name = word.replace(/^--/, '');
  return word.startsWith('--') && Object.hasOwn(FLAGS, name) ? FLAGS[name as keyof typeof FLAGS] : null;
}
