import { EXIT } from './exit-code.ts';
import { type Interruption, listenForSignals } from './interruption.ts';
import { type Invocation, quickInvocation } from './invocation.ts';
import { terminalOut } from './terminal.ts';

/** The whole program: words in, exit code out. The only place that catches; a command is loaded only when it is called. */
async function main(words: readonly string[]): Promise<number> {
  try {
    const invocation = quickInvocation(words) ?? (await fullInvocation(words));
    return await call(invocation, listenForSignals());
  } catch (error) {
    return explainFailure(error);
  }
}

async function fullInvocation(words: readonly string[]): Promise<Invocation> {
  const { parseArguments } = await import('./args.ts');
  return parseArguments(words, terminalOut()?.columns || USUAL_WIDTH);
}

const USUAL_WIDTH = 80;

async function call(invocation: Invocation, interruption: Interruption): Promise<number> {
  switch (invocation.command) {
    case 'probe':
      return (await import('./commands/probe.ts')).probe(invocation.targets, invocation.values, interruption);
    case 'demo':
      return (await import('./commands/demo.ts')).demo(invocation.values, interruption);
    case 'lab':
      return (await import('./commands/lab.ts')).lab(invocation.values, interruption);
    case 'explain':
      return (await import('./commands/explain.ts')).explain(invocation.subject, invocation.values, interruption);
    case 'compare':
      return (await import('./commands/compare.ts')).compare(invocation.reports, invocation.values, interruption);
    case 'protocols':
      return (await import('./commands/protocols.ts')).protocols(invocation.name, invocation.values, interruption);
    case 'whereami':
      return (await import('./commands/whereami.ts')).whereami(invocation.targets, invocation.values, interruption);
    case 'say':
      return (await import('./commands/say.ts')).say(invocation.text, interruption);
    default:
      return invocation satisfies never;
  }
}

/** A slip is answered with what to write instead; anything else is ours, and is shown as it is. */
async function explainFailure(error: unknown): Promise<number> {
  const { UsageError } = await import('../targets/usage-error.ts');
  const { talk } = await import('./talk.ts');
  if (error instanceof UsageError) {
    talk('error', error.message);
    if (error.hint !== null) talk('hint', error.hint);
    return EXIT.misuse;
  }
  talk('error', 'deadair itself failed; please report this');
  process.stderr.write(`${error instanceof Error ? error.stack : error}\n`);
  return EXIT.broken;
}

// Whatever nobody waited for ends here: 1 would say that an endpoint failed.
process.on('uncaughtException', async (error) => {
  process.exit(await explainFailure(error));
});

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
