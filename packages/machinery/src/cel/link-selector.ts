import { fromBinary } from '@bufbuild/protobuf';
import { LinkStatusSpecSchema } from '@ichor/api/resource/definitions/network';
import { LinkStatus, type LinkStatusSpec } from '../resources/index.ts';
import { linkEnvironment } from './environments.ts';
import { evaluateCel } from './evaluate.ts';
import { CelMessage } from './value.ts';

/** Whether a link is one that a selector chooses. Throws CelError where the selector has no value for it. */
export function selectsLink(selector: string, link: LinkStatusSpec): boolean {
	const message = fromBinary(LinkStatusSpecSchema, LinkStatus.codec.encode(link));
	return evaluateCel(selector, linkEnvironment, { link: new CelMessage(LinkStatusSpecSchema, message) }) === true;
}
