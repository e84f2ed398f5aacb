import type { ScalarSchema } from '../schema/schema.ts';
import { canonicalAddrPort } from './addr-port.ts';
import { argValueCodec } from './arg-value.ts';
import { canonicalBase64, canonicalBase64Key } from './base64.ts';
import { canonicalHardwareAddr } from './hardware-addr.ts';
import { canonicalAddr, canonicalPrefix } from './ip-text.ts';
import { boolCodec, durationCodec, fileModeCodec, integerCodec, stringCodec } from './plain-codecs.ts';
import type { ScalarCodec } from './scalar-codec.ts';
import {
	base64Codec,
	byteSizeCodec,
	bytesCodec,
	diskSizeCodec,
	diskSizeMatcherCodec,
	endpointCodec,
	enumCodec,
	expressionCodec,
	pemCodec,
	portRangeCodec,
	sizeCodec,
	textCodec,
	urlCodec,
} from './text-codecs.ts';

/** The codec of a scalar type of the schema. */
export function codecOf(type: ScalarSchema): ScalarCodec {
	const known = codecs.get(type.scalar);
	if (known !== undefined) return known;
	if (type.enum === undefined) throw new Error(`the schema names a scalar type without a codec: ${type.scalar}`);
	const codec: ScalarCodec = type.enum.open === true ? stringCodec(type.scalar) : enumCodec(type, type.enum);
	codecs.set(type.scalar, codec);
	return codec;
}

const codecs = new Map<string, ScalarCodec>([
	['string', stringCodec('string')],
	['bool', boolCodec],
	['int', integerCodec('int', 64, true)],
	['int32', integerCodec('int32', 32, true)],
	['uint', integerCodec('uint', 64, false)],
	['uint8', integerCodec('uint8', 8, false)],
	['uint16', integerCodec('uint16', 16, false)],
	['uint32', integerCodec('uint32', 32, false)],
	['uint64', integerCodec('uint64', 64, false)],
	['time.Duration', durationCodec],
	['block.ByteSize', byteSizeCodec],
	['block.Size', sizeCodec],
	['cel.Expression', expressionCodec],
	['meta.Addr', textCodec('meta.Addr', canonicalAddr)],
	['meta.AddrPort', textCodec('meta.AddrPort', canonicalAddrPort)],
	['meta.Prefix', textCodec('meta.Prefix', canonicalPrefix)],
	['netip.Addr', textCodec('netip.Addr', canonicalAddr)],
	['netip.AddrPort', textCodec('netip.AddrPort', canonicalAddrPort)],
	['netip.Prefix', textCodec('netip.Prefix', canonicalPrefix)],
	['meta.URL', urlCodec],
	['v1alpha1.Endpoint', endpointCodec],
	['nethelpers.HardwareAddr', bytesCodec('nethelpers.HardwareAddr', canonicalHardwareAddr)],
	['network.PortRange', portRangeCodec(integerCodec('uint16', 16, false))],
	['runtime.EtcFileMode', fileModeCodec('runtime.EtcFileMode')],
	['v1alpha1.FileMode', fileModeCodec('v1alpha1.FileMode')],
	['v1alpha1.DiskSize', diskSizeCodec],
	['v1alpha1.InstallDiskSizeMatcher', diskSizeMatcherCodec],
	['v1alpha1.Base64Bytes', base64Codec(canonicalBase64)],
	['[]uint8', pemCodec(canonicalBase64)],
	['[]uint8 or redacted', pemCodec(canonicalBase64Key)],
	['meta.ArgValue', argValueCodec],
]);
