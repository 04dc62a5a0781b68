import { modernSchemas } from './modern-schemas';

describe('modernSchemas', () => {
  it('says null as a type, needs no allOf for one reference, and names schemas without Dto', () => {
    const document = {
      components: {
        schemas: {
          SongDto: {
            properties: {
              title: { type: 'string', nullable: true },
              codec: { type: 'string', enum: ['a'], nullable: true },
              author: { description: 'Who.', allOf: [{ $ref: '#/components/schemas/UserDto' }] },
            },
          },
          UserDto: { allOf: [{ type: 'object' }, { required: ['id'] }] },
        },
      },
    };
    expect(modernSchemas(document)).toEqual({
      components: {
        schemas: {
          Song: {
            properties: {
              title: { type: ['string', 'null'] },
              codec: { type: ['string', 'null'], enum: ['a', null] },
              author: { description: 'Who.', $ref: '#/components/schemas/User' },
            },
          },
          User: { allOf: [{ type: 'object' }, { required: ['id'] }] },
        },
      },
    });
  });
});
