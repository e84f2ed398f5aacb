import { volumeEnvironment } from '../../../cel/environments.ts';
import { celProblem } from '../../../cel/expression.ts';
import type { Problems } from '../../document.ts';

/** Which volumes are taken. `problems` are those of `provisioning`. */
export function checkVolumeSelector(match: string | undefined, problems: Problems): void {
	if (match === undefined || match === '') return problems.error(['volumeSelector'], 'provisioning.volumeSelector.match is required');
	const problem = celProblem(match, volumeEnvironment, 'bool');
	if (problem !== undefined) problems.error(['volumeSelector', 'match'], `provisioning.volumeSelector.match: ${problem}`);
}
