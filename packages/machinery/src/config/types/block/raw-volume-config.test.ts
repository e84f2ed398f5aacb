import { testBareVolume } from '../../../../test/bare-volume-rules.ts';
import { rawVolumeConfig } from './raw-volume-config.ts';

testBareVolume(rawVolumeConfig);
