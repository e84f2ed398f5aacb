import { diskEnvironment } from '../../../cel/environments.ts';
import { celProblem } from '../../../cel/expression.ts';
import type { Problems } from '../../document.ts';
import type { VolumeProvisioning } from './provisioning.gen.ts';
import { parseVolumeSize } from './volume-size.ts';

export interface ProvisioningRules {
	/** The volume has no place of its own to fall back to: a disk and a size are needed. */
	readonly required: boolean;
	/** The volume is a partition; a whole disk has no size to choose. */
	readonly sized: boolean;
}

/** Whether a disk, a size or growing is asked for. */
export function asksForProvisioning(provisioning: VolumeProvisioning | undefined): boolean {
	const { diskSelector, grow, minSize, maxSize } = provisioning ?? {};
	return grow !== undefined || isSet(maxSize) || isSet(minSize) || isSet(diskSelector?.match);
}

export function checkProvisioning(provisioning: VolumeProvisioning | undefined, problems: Problems, rules: ProvisioningRules): void {
	const match = provisioning?.diskSelector?.match ?? '';
	const problem = match === '' ? undefined : celProblem(match, diskEnvironment, 'bool');
	if (problem !== undefined) problems.error(['diskSelector', 'match'], `disk selector is invalid: ${problem}`);
	if (match === '' && rules.required) problems.error(['diskSelector'], 'disk selector is required');

	if (rules.sized) return checkSizes(provisioning, problems, rules.required);
	if (isSet(provisioning?.minSize) || isSet(provisioning?.maxSize) || provisioning?.grow !== undefined) {
		problems.error([], 'min size, max size and grow are not supported');
	}
}

function checkSizes(provisioning: VolumeProvisioning | undefined, problems: Problems, required: boolean): void {
	const smallest = parseVolumeSize(provisioning?.minSize);
	const largest = parseVolumeSize(provisioning?.maxSize);
	if (smallest !== undefined && largest !== undefined && !largest.relative && !largest.negative) {
		if (smallest.bytes > largest.bytes) problems.error(['minSize'], 'min size is greater than max size');
	} else if (required && smallest === undefined && largest === undefined) {
		problems.error([], 'min size or max size is required');
	}
	if (smallest?.negative) problems.error(['minSize'], 'min size cannot be negative');
}

function isSet(text: string | undefined): boolean {
	return text !== undefined && text !== '';
}
