import type { Finding } from '../model/finding.ts';
import type { Settings } from './settings.ts';
import { talk } from './talk.ts';

/** Where the manifests of the fixes go: into the folder of `--fix-dir`, or nowhere. */
export interface FixOutput {
  add(finding: Finding): void;
  close(): void;
}

/** Opens the folder, where one was named; in the end it says how much was written into it. */
export async function fixOutput({ fixDir, quiet }: Pick<Settings, 'fixDir' | 'quiet'>): Promise<FixOutput> {
  if (fixDir === null) return { add: () => {}, close: () => {} };
  const { fixesInWords, openFixFolder } = await import('./fix-dir.ts');
  const folder = openFixFolder(fixDir);
  return {
    add: folder.add,
    close() {
      const written = folder.close();
      if (!quiet) talk('note', fixesInWords(written, fixDir));
    },
  };
}
