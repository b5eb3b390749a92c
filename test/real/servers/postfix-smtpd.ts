import { postfix } from './postfix-recipe.ts';
import { runnable } from './run.ts';

export default runnable(postfix('postfix-smtpd', (port) => [`${port} inet n - n - - smtpd`]));
