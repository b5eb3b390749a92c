import { postfix } from './postfix-recipe.ts';
import { runnable } from './run.ts';

/** The door keeper: a teaser line, a pause, and only then the greeting; who talks meanwhile is turned away. */
export default runnable(
  postfix('postfix-postscreen', (port) => [`${port} inet n - n - 1 postscreen`, 'smtpd pass - - n - - smtpd'], [
    'postscreen_greet_action = enforce',
    'postscreen_greet_wait = 2s',
    'postscreen_access_list =',
    'postscreen_cache_map =',
  ]),
);
