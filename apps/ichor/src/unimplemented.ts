/** Something that Talos has and Ichor does not, yet: said, never pretended. */
export class UnimplementedError extends Error {
	/** @param what with its verb: `gen secureboot is not in this version of ichor` */
	constructor(what: string) {
		super(`UNIMPLEMENTED: ${what}`);
		this.name = 'UnimplementedError';
	}
}
