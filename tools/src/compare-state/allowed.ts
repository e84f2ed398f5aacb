import type { Finding } from './compare.ts';

/** A difference that stands, and why. */
export interface Allowance {
	readonly type: string;
	readonly about: Finding['about'];
	/** Of the finding; any when left out. */
	readonly path?: string;
	readonly reason: Reason;
}

/** The only reasons that let a difference stand. */
type Reason = 'cgroup v1' | "the host's kernel" | 'container mode' | `issue ${number}: ${string}`;

/** The allowance that covers a finding. */
export function allowanceFor({ type, about, path }: Finding, list: readonly Allowance[] = allowed): Allowance | undefined {
	return list.find((one) => one.type === type && one.about === about && (one.path === undefined || one.path === path));
}

/** Every difference that stands. One that no longer occurs is to be removed. */
export const allowed: readonly Allowance[] = [
	// upstream has a process of its own in the way of the connections, which needs no parameter of the kernel
	{ type: 'KernelParamDefaultSpecs.runtime.talos.dev', about: 'owner', reason: 'issue 7: KubePrism in the kernel' },
	// a container has no TPM, and whoever reads that a register can be used would try to use it
	{ type: 'PCRStatuses.hardware.talos.dev', about: 'missing', reason: 'container mode' },
];
