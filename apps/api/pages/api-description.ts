import type { INestApplication } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { describeApi } from '@weerbaar/kernel/http';

/** The OpenAPI description, made once at start: it can't change while the process runs. */
@Injectable()
export class ApiDescription {
  private text = '';

  describe(app: INestApplication): OpenAPIObject {
    const document = describeApi(app);
    this.text = JSON.stringify(document);
    return document;
  }

  get json(): string {
    return this.text;
  }
}
