import type { ConfigValue } from '@ichor/machinery/struct-text';

/** An object of a kubeconfig as it stands in the file: what this client does not know is kept. */
export type KubeconfigEntry = Readonly<Record<string, ConfigValue | undefined>>;

/** A kubectl configuration: clusters, users, and contexts that pair them, by name. */
export interface Kubeconfig {
	readonly clusters: ReadonlyMap<string, KubeconfigEntry>;
	readonly users: ReadonlyMap<string, KubeconfigEntry>;
	readonly contexts: ReadonlyMap<string, KubeconfigEntry>;
	/** Empty when none is chosen. */
	readonly currentContext: string;
	/** Absent when there are none. */
	readonly preferences?: KubeconfigEntry;
	readonly extensions?: readonly KubeconfigEntry[];
}
