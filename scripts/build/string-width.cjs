// What `string-width` answers, without its start-up cost (an Intl.Segmenter and a Unicode property table at import).
// CommonJS, since cli-table3 requires it and yargs imports it.
const wide = require('fast-string-width').default;

const PRINTABLE_ASCII = /^[ -~]*$/;

const stringWidth = (text) => (PRINTABLE_ASCII.test(text) ? text.length : wide(text));

module.exports = stringWidth;
module.exports.default = stringWidth;
