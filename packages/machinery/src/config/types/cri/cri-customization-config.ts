import type { DocumentKind } from '../../document.ts';
import { qualifiedNameProblem } from '../../kubernetes-names.ts';
import { quote } from '../../quote.ts';
import { type CRICustomizationConfig, criCustomizationConfigSchema } from './cri-customization-config.gen.ts';

/** The name under which the file of old, 20-customization.part, is merged with these documents. */
const legacyName = 'customization';

/** A part of containerd's configuration, in TOML. */
export const criCustomizationConfig: DocumentKind<CRICustomizationConfig> = {
	kind: 'CRICustomizationConfig',
	schema: criCustomizationConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate({ name = '' }, problems) {
		const problem = qualifiedNameProblem(name);
		if (problem !== undefined) problems.error(['name'], `invalid name: ${problem}`);
		if (name === legacyName) problems.error(['name'], `name ${quote(name)} is reserved for the legacy CRI customization`);
	},
};
