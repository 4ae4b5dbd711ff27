// Sellers with their manager and office: one table makes people and the tree of teams (office, then each manager's team).
import type { EntityEntry } from './entity.ts'

export const sellers: EntityEntry = {
  name: 'sellers',
  fileWords: [
    'seller',
    'sellers',
    'team',
    'teams',
    'users',
    'reps',
    'agents',
    'owners',
    'people',
    'vendedores',
    'equipo',
    'equipos',
    'usuarios',
    'agentes',
    'comerciales',
    'personas'
  ],
  keepsCustom: false,
  needs: [['name'], ['manager', 'team', 'email', 'role', 'hiredOn', 'variablePay', 'basePay', 'externalId']],
  fields: [
    {
      name: 'name',
      kind: 'name',
      weight: 2,
      isEssential: true,
      en: [
        'sales agent',
        'seller',
        'sales rep',
        'sales representative',
        'rep',
        'agent',
        'full name',
        'employee',
        'employee name',
        'salesperson',
        'user',
        'user name',
        'owner name',
        'account executive',
        'name',
        'owner',
        'first and last name'
      ],
      es: [
        'vendedor',
        'comercial',
        'agente',
        'agente comercial',
        'nombre completo',
        'empleado',
        'ejecutivo',
        'ejecutivo de ventas',
        'ejecutivo comercial',
        'representante',
        'asesor',
        'asesor comercial',
        'usuario',
        'nombre',
        'nombre y apellidos',
        'propietario'
      ]
    },
    {
      name: 'manager',
      kind: 'name',
      weight: 3,
      en: ['manager', 'sales manager', 'team lead', 'team leader', 'supervisor', 'boss', 'reports to', 'line manager'],
      es: [
        'responsable',
        'jefe',
        'jefe de ventas',
        'jefe de equipo',
        'gerente',
        'gerente de ventas',
        'director',
        'director comercial',
        'supervisor',
        'responsable comercial',
        'reporta a',
        'encargado'
      ]
    },
    {
      name: 'team',
      kind: 'text',
      weight: 3,
      en: [
        'regional office',
        'office',
        'team',
        'sales team',
        'region',
        'branch',
        'department',
        'business unit',
        'territory',
        'hubspot team'
      ],
      es: [
        'delegacion',
        'oficina',
        'oficina regional',
        'equipo',
        'equipo de ventas',
        'zona',
        'region',
        'sucursal',
        'departamento',
        'territorio'
      ]
    },
    {
      name: 'role',
      kind: 'text',
      weight: 2,
      en: ['role', 'job title', 'title', 'position', 'job'],
      es: ['puesto', 'cargo', 'rol', 'funcion', 'categoria']
    },
    {
      name: 'email',
      kind: 'email',
      weight: 2,
      en: ['email', 'e mail', 'email address', 'mail', 'owner email'],
      es: ['correo', 'correo electronico', 'email', 'e mail']
    },
    {
      name: 'location',
      kind: 'text',
      weight: 1,
      en: ['location', 'city', 'place', 'work location'],
      es: ['ubicacion', 'ciudad', 'localidad', 'poblacion', 'lugar']
    },
    {
      name: 'hiredOn',
      kind: 'date',
      weight: 3,
      en: [
        'hire date',
        'hired on',
        'hired',
        'start date',
        'date of hire',
        'joined',
        'joining date',
        'employment start'
      ],
      es: [
        'fecha de alta',
        'fecha de contratacion',
        'fecha de ingreso',
        'alta',
        'fecha de incorporacion',
        'fecha de inicio',
        'incorporacion'
      ]
    },
    {
      name: 'leftOn',
      kind: 'date',
      weight: 2,
      en: ['leave date', 'left on', 'end date', 'termination date', 'leaving date'],
      es: ['fecha de baja', 'baja', 'fecha de salida', 'fecha fin']
    },
    {
      name: 'basePay',
      kind: 'money',
      weight: 2,
      en: ['base salary', 'base pay', 'base', 'salary', 'fixed pay', 'fixed salary'],
      es: ['salario fijo', 'fijo', 'salario base', 'sueldo', 'sueldo base', 'retribucion fija', 'salario']
    },
    {
      name: 'variablePay',
      kind: 'money',
      weight: 2,
      en: [
        'variable pay',
        'target variable',
        'variable',
        'target incentive',
        'target commission',
        'on target variable',
        'target bonus'
      ],
      es: [
        'variable',
        'variable objetivo',
        'retribucion variable',
        'comision objetivo',
        'bonus objetivo',
        'salario variable'
      ]
    },
    {
      name: 'externalId',
      kind: 'id',
      weight: 1,
      en: ['user id', 'owner id', 'employee id', 'seller id', 'rep id', 'agent id'],
      es: [
        'id de usuario',
        'id de propietario',
        'id empleado',
        'codigo de vendedor',
        'id vendedor',
        'codigo vendedor',
        'codigo de agente'
      ]
    }
  ]
}
