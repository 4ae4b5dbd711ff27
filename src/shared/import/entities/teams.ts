// Teams with the team above each and who leads it. Teams named beside people come with the table of people.
import type { EntityEntry } from './entity.ts'

export const teams: EntityEntry = {
  name: 'teams',
  fileWords: ['team', 'teams', 'offices', 'equipos', 'delegaciones', 'oficinas'],
  ownWords: ['team'],
  keepsCustom: false,
  needs: [['name'], ['parent', 'lead']],
  fields: [
    {
      name: 'name',
      kind: 'name',
      weight: 3,
      isEssential: true,
      en: ['team name', 'team', 'office', 'sales team', 'department', 'business unit', 'name'],
      es: ['nombre del equipo', 'equipo', 'oficina', 'delegación', 'departamento', 'unidad de negocio', 'nombre']
    },
    {
      name: 'externalId',
      kind: 'id',
      weight: 1,
      en: ['team id', 'id', 'team code'],
      es: ['id de equipo', 'código de equipo']
    },
    {
      name: 'parent',
      kind: 'name',
      weight: 4,
      en: ['parent team', 'parent', 'parent office', 'part of', 'parent business unit'],
      es: ['equipo superior', 'equipo principal', 'pertenece a', 'equipo matriz', 'depende de']
    },
    {
      name: 'lead',
      kind: 'name',
      weight: 3,
      en: ['team lead', 'manager', 'team manager', 'lead', 'head', 'leader'],
      es: ['jefe de equipo', 'responsable', 'responsable del equipo', 'director', 'gerente', 'líder']
    }
  ]
}
