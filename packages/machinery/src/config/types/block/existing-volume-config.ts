import { volumeEnvironment } from '../../../cel/environments.ts';
import { celProblem } from '../../../cel/expression.ts';
import type { DocumentKind, Problems } from '../../document.ts';
import { within } from '../../problems.ts';
import { type ExistingVolumeConfig, existingVolumeConfigSchema } from './existing-volume-config.gen.ts';
import { checkScrub, checkTrim } from './maintenance.ts';
import { checkVolumeNameCharacters } from './volume-name.ts';

/** A partition or disk that was made elsewhere, mounted below /var/mnt. */
export const existingVolumeConfig: DocumentKind<ExistingVolumeConfig> = {
	kind: 'ExistingVolumeConfig',
	schema: existingVolumeConfigSchema,
	since: 'v1.11',
	named: true,
	controlPlaneOnly: false,
	validate(document, problems) {
		const name = document.name ?? '';
		if (name === '') problems.error(['name'], 'name is required');
		checkVolumeNameCharacters(name, problems);
		checkSelector(document.discovery?.volumeSelector?.match ?? '', within(problems, 'discovery', 'volumeSelector'));
		checkTrim(document.trim, within(problems, 'trim'));
		checkScrub(document.scrub, within(problems, 'scrub'));
	},
};

function checkSelector(match: string, problems: Problems): void {
	if (match === '') return problems.error([], 'volume selector is required');
	const problem = celProblem(match, volumeEnvironment, 'bool');
	if (problem !== undefined) problems.error(['match'], `volume selector is invalid: ${problem}`);
}
