import { slapd } from './slapd-recipe.ts';

export default slapd({ name: 'slapd', protocol: 'ldap', scheme: 'ldap', settings: () => [] });
