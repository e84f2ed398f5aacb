// Generated from model/runtime/etc-file-config.yaml by `npm run generate`. Edit the model, not this file.
import type { StructSchema } from '../../schema/schema.ts';
import type { FilePermissions } from '../scalars.gen.ts';
import * as scalar from '../scalars.gen.ts';
import type { DocumentMeta } from '../meta/document.gen.ts';

/**
 * Puts a file under `/etc`.
 * Only for paths that the system does not manage itself. Takes the place of `machine.files` for this purpose.
 */
export interface EtcFileConfig extends DocumentMeta {
	/** Path of the file below `/etc`, without a leading slash. */
	readonly name?: string;
	/**
	 * Permission bits, in octal.
	 * @default 420
	 */
	readonly mode?: FilePermissions;
	/** What the file holds. */
	readonly contents?: string;
}

export const etcFileConfigSchema: StructSchema = {
	name: 'runtime.EtcFileConfigV1Alpha1',
	fields: [
		{ name: 'apiVersion', type: scalar.string, omitEmpty: true, from: 'meta.Meta' },
		{ name: 'kind', type: scalar.string, from: 'meta.Meta' },
		{ name: 'name', type: scalar.string },
		{ name: 'mode', type: scalar.etcFileMode },
		{ name: 'contents', type: scalar.string },
	],
};
