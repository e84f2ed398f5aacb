import { testBareVolume } from '../../../../test/bare-volume-rules.ts';
import { swapVolumeConfig } from './swap-volume-config.ts';

testBareVolume(swapVolumeConfig);
