import { postfix } from './postfix-recipe.ts';
import type { RealServer } from './real-server.ts';
import { runnable } from './run.ts';

/** The door keeper: a teaser line, a pause, and only then the greeting; who talks meanwhile is turned away. */
export const postscreenThatWaits = (wait: string): RealServer =>
  runnable(
    postfix('postfix-postscreen', (port) => [`${port} inet n - n - 1 postscreen`, 'smtpd pass - - n - - smtpd'], [
      'postscreen_greet_action = enforce',
      `postscreen_greet_wait = ${wait}`,
      'postscreen_access_list =',
      'postscreen_cache_map =',
    ]),
  );

export default postscreenThatWaits('2s');
