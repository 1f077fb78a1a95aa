namespace TypedTune;

/// <summary>
/// Put on a value type that knows how it wants to be tuned: the generator offers hyperparameters of this type through
/// the named parameter class instead of the plain <see cref="Parameter{TRoot, TValue}"/>.
/// </summary>
/// <remarks>
/// The class must be generic in the root alone and have a public constructor that takes a
/// <see cref="Lens{TRoot, TPart}"/> of the annotated type.
/// </remarks>
/// <param name="parameterType">The open generic type, as in <c>typeof(MaxFeaturesParameter&lt;&gt;)</c>.</param>
[AttributeUsage(AttributeTargets.Struct | AttributeTargets.Class)]
public sealed class ParameterTypeAttribute(Type parameterType) : Attribute
{
    /// <summary>The open generic parameter class.</summary>
    public Type ParameterType { get; } = parameterType;
}
