import { ngircd } from './ngircd-recipe.ts';

export default ngircd({ name: 'ngircd', protocol: 'irc', plainPort: ({ port }) => port, more: () => [] });
