import { type FileInfo, ListRequest_Type } from '@ichor/api/machine';
import { relativeTime } from '@ichor/client/talosconfig';
import { fileModeText } from './file-mode.ts';
import { humanSize } from './go-number.ts';

/** The columns of a file: whose it is, mode, owners, size, time, label, name. */
export function fileRow(node: string, info: FileInfo, options: { readonly humanize: boolean; readonly now: Date }): readonly string[] {
	const { mode, uid, gid, size, link, relativeName, xattrs } = info;
	const label = xattrs.find(({ name }) => name === 'security.selinux')?.data;
	return [
		node,
		fileModeText(mode),
		String(uid),
		String(gid),
		options.humanize ? humanSize(size) : String(size),
		changeTime(info, options),
		label === undefined ? '' : new TextDecoder().decode(label).replace(/^[\0\n]+|[\0\n]+$/g, ''),
		link === '' ? relativeName : `${relativeName} -> ${link}`,
	];
}

/**
 * The types of files that letters stand for, several letters in one text or in several.
 *
 * @throws Error for another letter
 */
export function fileTypes(texts: readonly string[]): ListRequest_Type[] {
	return texts.flatMap((text) =>
		[...text].map((letter) => {
			const type = typeOf.get(letter);
			if (type === undefined) throw new Error(`invalid file type: ${letter}`);
			return type;
		}),
	);
}

const typeOf: ReadonlyMap<string, ListRequest_Type> = new Map([
	['f', ListRequest_Type.REGULAR],
	['d', ListRequest_Type.DIRECTORY],
	['l', ListRequest_Type.SYMLINK],
	['L', ListRequest_Type.SYMLINK],
]);

/** In local time: to the second, or with the year when it is more than six months ago. */
function changeTime({ modified }: FileInfo, { humanize, now }: { readonly humanize: boolean; readonly now: Date }): string {
	const moment = new Date(Number(modified) * 1000);
	if (humanize) return relativeTime(moment, now);
	const day = `${months[moment.getMonth()]} ${String(moment.getDate()).padStart(2)}`;
	const [hours, minutes, seconds] = [moment.getHours(), moment.getMinutes(), moment.getSeconds()].map((part) =>
		String(part).padStart(2, '0'),
	);
	if (now.getTime() - moment.getTime() < sixMonths) return `${day} ${hours}:${minutes}:${seconds}`;
	return `${day} ${moment.getFullYear()} ${hours}:${minutes}`;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Of 30 days each, in milliseconds. */
const sixMonths = 6 * 30 * 24 * 3_600_000;
