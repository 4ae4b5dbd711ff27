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
    'employees',
    'staff',
    'vendedores',
    'equipo',
    'equipos',
    'usuarios',
    'agentes',
    'comerciales',
    'personas',
    'plantilla'
  ],
  ownWords: ['owner', 'user', 'employee', 'sales'],
  keepsCustom: false,
  needs: [
    ['name', 'lastName', 'email'],
    ['manager', 'team', 'email', 'role', 'hiredOn', 'variablePay', 'basePay', 'externalId']
  ],
  fields: [
    {
      name: 'name',
      kind: 'name',
      weight: 2,
      isEssential: true,
      en: [
        'full name',
        'sales agent',
        'seller',
        'sales rep',
        'sales representative',
        'agent',
        'employee name',
        'employee',
        'salesperson',
        'user name',
        'user',
        'owner name',
        'owner',
        'account executive',
        'first and last name',
        'name'
      ],
      es: [
        'nombre completo',
        'vendedor',
        'comercial',
        'agente',
        'empleado',
        'ejecutivo de ventas',
        'representante',
        'asesor comercial',
        'usuario',
        'nombre y apellidos',
        'propietario',
        'nombre'
      ]
    },
    {
      name: 'firstName',
      kind: 'name',
      weight: 1,
      en: ['first name', 'given name'],
      es: ['nombre de pila', 'primer nombre']
    },
    {
      name: 'lastName',
      kind: 'name',
      weight: 1,
      en: ['last name', 'surname', 'family name'],
      es: ['apellidos', 'apellido']
    },
    {
      name: 'externalId',
      kind: 'id',
      weight: 1,
      en: ['user id', 'owner id', 'employee id', 'seller id', 'agent id', 'id', 'employee number', 'external id'],
      es: [
        'id de usuario',
        'id de propietario',
        'id empleado',
        'código de vendedor',
        'código de agente',
        'número de empleado',
        'matrícula'
      ]
    },
    {
      name: 'email',
      kind: 'email',
      weight: 2,
      en: ['email', 'email address', 'user email', 'owner email', 'work email'],
      es: ['correo', 'correo electrónico', 'correo de empresa']
    },
    {
      name: 'manager',
      kind: 'name',
      weight: 3,
      en: ['manager', 'sales manager', 'team lead', 'supervisor', 'boss', 'reports to', 'line manager', 'manager name'],
      es: [
        'responsable',
        'jefe',
        'jefe de ventas',
        'jefe de equipo',
        'gerente',
        'gerente de ventas',
        'director',
        'director comercial',
        'responsable comercial',
        'reporta a',
        'encargado'
      ]
    },
    {
      name: 'managerEmail',
      kind: 'email',
      weight: 1,
      en: ['manager email', 'reports to email'],
      es: ['correo del responsable', 'email del jefe', 'correo del gerente']
    },
    {
      name: 'team',
      kind: 'text',
      weight: 3,
      en: [
        'team',
        'regional office',
        'office',
        'sales team',
        'branch',
        'department',
        'business unit',
        'team name',
        'hubspot team',
        'primary team'
      ],
      es: [
        'equipo',
        'delegación',
        'oficina',
        'oficina regional',
        'equipo de ventas',
        'sucursal',
        'departamento',
        'unidad de negocio'
      ],
      weak: ['region', 'territory', 'región', 'territorio', 'zona']
    },
    {
      name: 'role',
      kind: 'text',
      weight: 2,
      en: ['role', 'job title', 'position', 'job', 'role name', 'profile'],
      es: ['puesto', 'cargo', 'rol', 'función', 'perfil'],
      weak: ['title', 'categoría', 'título']
    },
    {
      name: 'location',
      kind: 'text',
      weight: 1,
      en: ['location', 'city', 'work location'],
      es: ['ubicación', 'ciudad', 'localidad', 'población', 'lugar']
    },
    {
      name: 'hiredOn',
      kind: 'date',
      weight: 3,
      en: ['hire date', 'hired on', 'date of hire', 'joined', 'joining date', 'start date', 'employment start'],
      es: [
        'fecha de alta',
        'fecha de contratación',
        'fecha de incorporación',
        'alta',
        'incorporación',
        'fecha de inicio',
        'fecha de ingreso'
      ]
    },
    {
      name: 'leftOn',
      kind: 'date',
      weight: 2,
      en: ['leave date', 'left on', 'termination date', 'leaving date', 'end date'],
      es: ['fecha de baja', 'baja', 'fecha de salida', 'fecha fin']
    },
    {
      name: 'isActive',
      kind: 'flag',
      weight: 1,
      en: ['active', 'is active', 'active user'],
      es: ['activo', 'usuario activo']
    },
    {
      name: 'basePay',
      kind: 'money',
      weight: 2,
      en: ['base salary', 'base pay', 'base', 'salary', 'fixed pay', 'fixed salary'],
      es: ['salario fijo', 'fijo', 'salario base', 'sueldo base', 'retribución fija', 'salario', 'sueldo']
    },
    {
      name: 'variablePay',
      kind: 'money',
      weight: 2,
      en: ['variable pay', 'target variable', 'variable', 'target incentive', 'target commission', 'target bonus'],
      es: [
        'variable',
        'variable objetivo',
        'retribución variable',
        'comisión objetivo',
        'bonus objetivo',
        'salario variable'
      ]
    },
    {
      name: 'payCurrency',
      kind: 'currency',
      weight: 0,
      en: ['currency', 'pay currency', 'salary currency'],
      es: ['moneda', 'divisa', 'moneda del salario']
    }
  ]
}
