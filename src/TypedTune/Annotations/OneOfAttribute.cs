namespace TypedTune;

// One class an arity, as attributes have no variadic type parameters.

/// <summary>Declares that a property, usually of an interface type, holds one of 2 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 3 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 4 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 5 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4, T5> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 6 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4, T5, T6> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 7 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4, T5, T6, T7> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 8 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4, T5, T6, T7, T8> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 9 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4, T5, T6, T7, T8, T9> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 10 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 11 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11> : Attribute;

/// <summary>Declares that a property, usually of an interface type, holds one of 12 tunable types.</summary>
/// <remarks>
/// The generator gives the choice a member for each option, so that <c>p.Model.Ridge.Alpha.In(…)</c> chooses
/// <c>Ridge</c> and tunes it, and <c>p.Model.Any()</c> tries every option at its defaults. Each option must implement the
/// property's type and have a parameterless constructor.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOfAttribute<T1, T2, T3, T4, T5, T6, T7, T8, T9, T10, T11, T12> : Attribute;
