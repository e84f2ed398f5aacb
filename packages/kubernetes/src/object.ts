/** An object of the Kubernetes API, as JSON has it. */
export interface KubernetesObject {
	readonly apiVersion: string;
	readonly kind: string;
	readonly metadata: ObjectMetadata;
	readonly [field: string]: unknown;
}

export interface ObjectMetadata {
	readonly name: string;
	readonly namespace?: string;
	readonly uid?: string;
	readonly resourceVersion?: string;
	readonly labels?: Readonly<Record<string, string>>;
	readonly annotations?: Readonly<Record<string, string>>;
	readonly [field: string]: unknown;
}

export interface KubernetesList<T = KubernetesObject> {
	readonly metadata?: { readonly resourceVersion?: string };
	readonly items: readonly T[];
}

/** For messages: `apps/v1/Deployment/kube-system/coredns`. */
export function objectName({ apiVersion, kind, metadata: { namespace, name } }: KubernetesObject): string {
	return [apiVersion, kind, ...(namespace === undefined ? [] : [namespace]), name].join('/');
}
