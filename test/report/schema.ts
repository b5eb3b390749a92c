import { readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

const SCHEMA = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'));
const AJV = new Ajv2020({ strict: true, allowUnionTypes: true, validateFormats: false, allErrors: true });

/** Checks a whole report against the published schema. */
export const isReport: ValidateFunction = AJV.compile(SCHEMA);

/** Checks one line of ndjson against it. */
export const isFinding: ValidateFunction = AJV.compile({ $ref: `${SCHEMA.$id}#/$defs/finding` });
