/** A container by its id, and the pod that it is in. */
interface Named {
	readonly id: string;
	readonly podId: string;
}

/** Its id, set below that of its pod when it is in one. */
export function containerName({ id, podId }: Named): string {
	return id === podId ? id : `└─ ${id}`;
}

/** By their ids: a pod comes before its containers. */
export function inOrder<Container extends Named>(containers: readonly Container[]): readonly Container[] {
	return containers.toSorted((a, b) => (a.id === b.id ? 0 : a.id < b.id ? -1 : 1));
}
