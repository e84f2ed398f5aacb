import { type Bytes, derTag, directoryString, objectIdentifier, sequence, setOf } from './der.ts';
import { DerReader, DerSyntaxError, dottedObjectIdentifier } from './der-reader.ts';

/** The attributes of a distinguished name (RFC 5280, A.1), in the order in which Go's pkix.Name writes them. */
const attributeTypes = {
	country: '2.5.4.6',
	province: '2.5.4.8',
	locality: '2.5.4.7',
	streetAddress: '2.5.4.9',
	postalCode: '2.5.4.17',
	organization: '2.5.4.10',
	organizationalUnit: '2.5.4.11',
	commonName: '2.5.4.3',
	serialNumber: '2.5.4.5',
} as const;

/** The last one in a name that was read is the one that counts. */
const singleAttributes: ReadonlySet<NameAttribute> = new Set<NameAttribute>(['commonName', 'serialNumber']);

export type NameAttribute = keyof typeof attributeTypes;

/**
 * Whose certificate it is: the values of each attribute. The organizations of a Talos client certificate are its roles.
 * Attributes of other types are not carried.
 */
export type DistinguishedName = { readonly [Attribute in NameAttribute]?: readonly string[] };

const attributes = Object.keys(attributeTypes) as readonly NameAttribute[];
const attributeOfType = new Map<string, NameAttribute>(attributes.map((attribute) => [attributeTypes[attribute], attribute]));

/** The values of one attribute stand together in one relative distinguished name. */
export function encodeName(name: DistinguishedName): Bytes {
	return sequence(
		...attributes.flatMap((attribute) => {
			const type = objectIdentifier(attributeTypes[attribute]);
			const values = name[attribute] ?? [];
			return values.length === 0 ? [] : [setOf(...values.map((value) => sequence(type, directoryString(value))))];
		}),
	);
}

/** Throws DerSyntaxError. */
export function decodeName(bytes: Bytes): DistinguishedName {
	const name: { [Attribute in NameAttribute]?: string[] } = {};
	for (const relative = DerReader.sequence(bytes); !relative.done; ) {
		for (const pairs = relative.enter(derTag.set); !pairs.done; ) {
			const pair = pairs.enter();
			const attribute = attributeOfType.get(dottedObjectIdentifier(pair.next(derTag.objectIdentifier).content));
			const value = pair.next();
			pair.end();
			if (!attribute) continue;
			const earlier = singleAttributes.has(attribute) ? [] : (name[attribute] ?? []);
			name[attribute] = [...earlier, textOf(value.tag, value.content)];
		}
	}
	return name;
}

const bmpString = 0x1e;
const teletexString = 0x14;

function textOf(tag: number, content: Bytes): string {
	switch (tag) {
		case derTag.printableString:
		case derTag.ia5String:
		case derTag.utf8String:
			return new TextDecoder().decode(content);
		case teletexString:
			return new TextDecoder('latin1').decode(content);
		case bmpString:
			return new TextDecoder('utf-16be').decode(content);
		default:
			throw new DerSyntaxError('unknown string type in a name');
	}
}
