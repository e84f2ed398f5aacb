import { flag, list, numbers, optional, record, text, whole } from '../spec/index.ts';
import { parameterType } from './words.ts';

const parameter = {
	type: parameterType,
	name: text,
	string: optional(text),
	binary: optional(numbers),
};

/** How and where a volume is mounted. */
export const mountSpec = {
	/** Below the target of the parent; absolute when there is none. */
	targetPath: text,
	selinuxLabel: text,
	projectQuotaSupport: flag,
	parentId: optional(text),
	/** The permission bits of the mounted directory, as a number. */
	fileMode: optional(whole),
	uid: optional(whole),
	gid: optional(whole),
	recursiveRelabel: optional(flag),
	bindTarget: optional(text),
	parameters: optional(list(record(parameter))),
};

/** A volume that is nothing but a link. */
export const symlinkSpec = {
	symlinkTargetPath: text,
	force: flag,
};
