import { RoomError } from '@ichor/std';

export type OciErrorCode =
	/** No image, manifest or blob of that name. */
	| 'absent'
	/** A reference, digest or document that is not well formed. */
	| 'malformed'
	/** Content that is not what its digest says, or an archive that reaches outside its folder. */
	| 'integrity';

/** What images and registries refuse. */
export class OciError extends RoomError<OciErrorCode> {}
