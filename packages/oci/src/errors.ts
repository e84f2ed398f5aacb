import { RoomError } from '@ichor/std';

export type OciErrorCode =
	/** No image, manifest or blob of that name. */
	| 'absent'
	/** A reference, digest or document that is not well formed. */
	| 'malformed'
	/** Content that is not what its digest or its descriptor says, or an archive that reaches outside its folder. */
	| 'integrity'
	/** A registry wants other credentials, or refuses these. */
	| 'denied'
	/** A registry does not answer, or answers what the specification does not have. */
	| 'unreachable';

/** What images and registries refuse. */
export class OciError extends RoomError<OciErrorCode> {}
