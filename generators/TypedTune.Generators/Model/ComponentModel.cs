namespace TypedTune.Generators.Model;

/// <summary>A type with hyperparameters, and what else is generated for it.</summary>
/// <param name="Type">The type.</param>
/// <param name="Parameters">Its hyperparameters, nested parts included, in order.</param>
/// <param name="ComparedProperties">The properties that make up a class's value equality; empty where the type brings its own.</param>
/// <param name="Configuration">How it is written and read; null where it is abstract, or says so itself.</param>
/// <param name="Flow">What a pipeline or column transformer does; null for other types.</param>
internal sealed record ComponentModel(
    TypeModel Type,
    EquatableArray<ParameterModel> Parameters,
    EquatableArray<string> ComparedProperties,
    ConfigurationModel? Configuration,
    FlowModel? Flow);
