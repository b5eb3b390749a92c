// What `string-width` answers, without its start-up cost (an Intl.Segmenter and a Unicode property table at import).
// CommonJS, since cli-table3 requires it and yargs imports it.

/** Characters that take one column: ASCII, and of the rest what tables and reports are made of (dashes, dots, lines, ticks). */
const NARROW = /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u2010-\u2027\u2190-\u21ff\u2500-\u257f\u2713\u2717]*$/;
const COLOURS = /\x1b\[[\d;]*m/g;

const stringWidth = (text) => {
  const plain = text.includes('\x1b') ? text.replace(COLOURS, '') : text;
  return NARROW.test(plain) ? plain.length : require('fast-string-width').default(plain);
};

module.exports = stringWidth;
module.exports.default = stringWidth;
