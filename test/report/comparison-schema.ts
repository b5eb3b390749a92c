import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const SCHEMA = JSON.parse(readFileSync(new URL('../../docs/comparison.schema.json', import.meta.url), 'utf8'));
const AJV = new Ajv2020({
  strict: true,
  strictRequired: false,
  strictTypes: false,
  allowUnionTypes: true,
  validateFormats: false,
});

/** Checks a comparison against the published schema. */
export const isComparison: ValidateFunction = AJV.compile(SCHEMA);
