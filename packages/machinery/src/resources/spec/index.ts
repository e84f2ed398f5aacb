/** What specs of resources are made of. */
export { list, map, named, nullable, optional, record, wrapped } from './composites.ts';
export type { Shape } from './field.ts';
export { base64, choice, flag, numbers, real, text, whole } from './scalars.ts';
export { type MessageCodec, type ShapedCodec, type SpecOf, specCodec, valueCodec } from './spec-codec.ts';
export {
	address,
	addressPort,
	duration,
	extraArguments,
	freeForm,
	moment,
	pemCertificateField,
	pemKeyField,
	pemPairField,
	prefix,
	url,
} from './values.ts';
