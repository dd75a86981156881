import { Global, Module } from '@nestjs/common';
import { FigureRegistry } from './figure-registry.js';

@Global()
@Module({ providers: [FigureRegistry], exports: [FigureRegistry] })
export class FiguresModule {}
