import type {
	AddressSpecSpec,
	HostnameSpecSpec,
	HostnameStatusSpec,
	LinkSpecSpec,
	ResolverSpecSpec,
	RouteSpecSpec,
	TimeServerSpecSpec,
} from '@ichor/machinery/resources';

/** What an operator wants of the machine. */
export interface OperatorWishes {
	readonly addresses?: readonly AddressSpecSpec[];
	readonly links?: readonly LinkSpecSpec[];
	readonly routes?: readonly RouteSpecSpec[];
	readonly hostnames?: readonly HostnameSpecSpec[];
	readonly resolvers?: readonly ResolverSpecSpec[];
	readonly timeServers?: readonly TimeServerSpecSpec[];
}

/** An operator that runs. */
export interface RunningOperator {
	/** What it wants now. */
	wishes(): OperatorWishes;
	/** Tells it the name that the machine has. */
	hostnameIs?(hostname: HostnameStatusSpec | undefined): void;
	/** Tells it that this machine's API server is about to end. */
	serverLeaves?(): void;
	/** Ends it; what it wanted it does not want any more from now on. Resolves when others may have it. */
	stop(): Promise<void>;
}
