import { flag, map, text } from '../spec/index.ts';

/** A path of the machine that a pod of the control plane sees. */
export const extraVolume = {
	name: text,
	hostPath: text,
	mountPath: text,
	readonly: flag,
};

/** What a pod of the control plane asks for and may use, as Kubernetes writes quantities. */
export const podResources = {
	requests: map(text),
	limits: map(text),
};
