import { json } from './answer'
import { type Call, isThere } from './call'
import { searchableTypes, typeOf } from './catalog'
import type { ObjectType } from './thing'

/** In the form of Adobe's client's own example. https://github.com/Workfront/workfront-api/blob/master/fixtures/metadata.json */
export function metadataOf(call: Call, type: ObjectType): Response {
  const own = <Kind>(map: ReadonlyMap<string, Kind>, describe: (kind: Kind) => object) =>
    Object.fromEntries(
      [...map]
        .filter(([name]) => isThere(call, type, name))
        .map(([name, kind]) => [name, { label: labelOf(name), ...blank, ...describe(kind) }]),
    )
  const linked = (objCode: string) => ({
    typeObjCode: objCode,
    fieldType: typeOf(objCode).name,
    url: addressOf(call, objCode),
  })
  return json({
    data: {
      name: type.name,
      label: labelOf(type.name),
      objCode: type.objCode,
      flags: ['REPORTABLE'],
      url: addressOf(call, type.objCode),
      fields: own(type.fields, fieldType => ({ fieldType })),
      references: own(type.references, linked),
      collections: own(type.collections, linked),
      search: {},
      actions: {},
      queries: {},
      operations:
        type.objCode === 'USER'
          ? ['add', 'count', 'delete', 'edit', 'get', 'replace', 'report', 'search']
          : ['count', 'get', 'search'],
    },
  })
}

export function metadata(call: Call): Response {
  const objects = searchableTypes.map(({ objCode, name }) => [
    name,
    { objCode, name, label: labelOf(name), flags: [], url: addressOf(call, objCode) },
  ])
  return json({ data: { objects: Object.fromEntries(objects) } })
}

const blank = {
  typeObjCode: null,
  targetTypeObjCode: null,
  enumTargetObjCode: null,
  enumType: null,
  url: null,
}

/** `lastLoginDate` → "Last Login Date" */
function labelOf(name: string): string {
  return name.replace(/([a-z])(?=[A-Z])/g, '$1 ').replace(/^./, letter => letter.toUpperCase())
}

function addressOf({ tenant, version }: Call, objCode: string): string {
  const host = `${tenant.workspace.name}.my.workfront.com`
  return `https://${host}/attask/api/v${version}/${objCode.toLowerCase()}/metadata`
}
