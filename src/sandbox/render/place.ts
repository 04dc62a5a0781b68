import type { Place } from '../world/places';
import type { JsonObject } from './rendering';

export function poiOf(place: Place): JsonObject {
  return {
    id: place.id,
    name: place.name,
    address: `1 Sandbox Street, ${place.city}`,
    city: place.city,
    cityCode: place.countryCode,
    province: '',
    country: '',
    countryCode: place.countryCode,
    category: 'Outdoors',
    fatherPoiId: '',
    fatherPoiName: place.city,
    ttTypeCode: '08a1c8',
    ttTypeNameMedium: 'Sight',
    ttTypeNameSuper: 'Outdoors',
    ttTypeNameTiny: 'Other sights',
    type: 0,
    typeCode: '',
  };
}
