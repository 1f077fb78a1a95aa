using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits the typed space of a component: one member a hyperparameter, nested part or choice.</summary>
internal static class SpaceEmitter
{
    // public static Hyperparameters<Geo> Space => SpaceFrom(new Geo());
    // public static Hyperparameters<Geo> SpaceFrom(Geo configuration) => new(Lens.From(configuration));
    // public sealed class Hyperparameters<TRoot> : SpacePart
    // {
    //     private readonly Lens<TRoot, Geo> _at;
    //     public Hyperparameters(Lens<TRoot, Geo> at) => _at = at;
    //     public IntegerParameter<TRoot, int> Clusters => new(_at.Then("Clusters", …), new Bounds(…));
    //     public Space<TRoot> All() => …;
    // }
    public static void Emit(CodeWriter writer, ComponentModel component)
    {
        var type = component.Type;
        string root = type.RootParameter;
        if (type.CanBeDefault)
        {
            writer.Summary($"The hyperparameters of <c>{type.Name}</c>, from which spaces are made; what a space leaves out keeps its default.").Unseen()
                .Line($"public static {type.New("Space")}{KnownNames.HyperparametersType}<{type.FullName}> Space => SpaceFrom(new {type.FullName}());").Line();
        }

        writer.Summary($"The hyperparameters of <c>{type.Name}</c>; what a space leaves out keeps its value from <paramref name=\"configuration\"/>.")
            .Line("/// <param name=\"configuration\">Where every point of a space starts from.</param>").Unseen()
            .Line($"public static {KnownNames.HyperparametersType}<{type.FullName}> SpaceFrom({type.FullName} configuration) => new(global::TypedTune.Lens.From(configuration));").Line();
        writer.Summary($"The hyperparameters of <c>{type.Name}</c>, as part of a configuration.")
            .Line($"/// <typeparam name=\"{root}\">The whole configuration.</typeparam>")
            .Unseen()
            .Open($"public {type.New(KnownNames.HyperparametersType)}sealed class {KnownNames.HyperparametersType}<{root}> : global::TypedTune.SpacePart");
        writer.Line($"private readonly global::TypedTune.Lens<{root}, {type.FullName}> _at;").Line();
        writer.Summary("Made by generated code.")
            .Line("/// <param name=\"at\">Where the part is.</param>")
            .Unlisted()
            .Line($"public {KnownNames.HyperparametersType}(global::TypedTune.Lens<{root}, {type.FullName}> at) => _at = at;").Line();
        foreach (var parameter in component.Parameters)
            EmitParameter(writer, type, parameter, root);
        EmitAll(writer, component.Parameters, root);
        writer.Line("/// <inheritdoc/>").Unlisted().Line("public override string ToString() => _at.Path;");
        foreach (var parameter in component.Parameters.Where(parameter => parameter.Kind == ParameterKind.OneOf))
            OptionsEmitter.Emit(writer, parameter, root);
        writer.Close().Line();
    }

    /// <summary>The lens onto a property.</summary>
    public static string LensOf(TypeModel type, ParameterModel parameter)
    {
        string copy = type.CopiesByWith
            ? $"static (part, value) => part with {{ {parameter.Name} = value }}"
            : $"static (part, value) => {{ {type.FullName} copy = ({type.FullName})part.MemberwiseClone(); copy.{parameter.Name} = value; return copy; }}";
        return $"_at.Then<{parameter.Type}>({CodeWriter.Literal(parameter.Path)}, static part => part.{parameter.Name}, {copy})";
    }

    private static void EmitParameter(CodeWriter writer, TypeModel type, ParameterModel parameter, string root)
    {
        string lens = LensOf(type, parameter);
        string bounds = BoundsOf(parameter.Bounds);
        var (parameterType, arguments) = parameter.Kind switch
        {
            ParameterKind.Integer => ($"global::TypedTune.{(parameter.IsNullable ? "Optional" : "")}IntegerParameter<{root}, {parameter.ValueType}>", $"{lens}, {bounds}"),
            ParameterKind.Real => ($"global::TypedTune.{(parameter.IsNullable ? "Optional" : "")}RealParameter<{root}>", $"{lens}, {bounds}"),
            ParameterKind.Choice => ($"global::TypedTune.ChoiceParameter<{root}, {parameter.Type}>", $"{lens}, {string.Join(", ", parameter.Values)}"),
            ParameterKind.Custom => ($"{parameter.CustomType}<{root}>", lens),
            ParameterKind.Nested => ($"{parameter.ValueType}.{KnownNames.HyperparametersType}<{root}>", lens),
            ParameterKind.OneOf => (OptionsEmitter.NameOf(parameter), lens),
            _ => ($"global::TypedTune.Parameter<{root}, {parameter.Type}>", lens),
        };

        writer.Summary(SummaryOf(type, parameter));
        if (parameter.Cref is { } cref)
            writer.Line($"/// <seealso cref=\"{cref}\"/>");
        if (parameter.Bounds.AreDeclared)
        {
            var declared = parameter.Bounds;
            writer.Line($"[global::TypedTune.DeclaredRange({CodeWriter.Literal(declared.Min)}, {CodeWriter.Literal(declared.Max)}, {CodeWriter.Literal(declared.MinExclusive)}, {CodeWriter.Literal(declared.MaxExclusive)})]");
        }

        if (parameter.Obsolete is { } message)
            writer.Line($"[global::System.Obsolete{(message.Length == 0 ? "" : $"({CodeWriter.Literal(message)})")}]");
        writer.Line($"{parameter.Accessibility} {parameterType} {parameter.Name} => new({arguments});").Line();
    }

    private static void EmitAll(CodeWriter writer, EquatableArray<ParameterModel> parameters, string root)
    {
        var covered = parameters.Where(parameter => parameter.Coverage != Coverage.None).ToArray();
        if (covered.Length == 0)
            return;
        bool isFinite = covered.All(parameter => parameter.Coverage == Coverage.Finite);
        string result = $"global::TypedTune.{(isFinite ? "Grid" : "Space")}<{root}>";
        writer.Summary(isFinite
                ? "Every combination of the hyperparameters that declare their range; the others keep their values."
                : "The product of every hyperparameter that declares its range; the others keep their values.")
            .Line($"public {result} All() => {string.Join(" * ", covered.Select(parameter => AllOf(parameter, root)))};").Line();
        writer.Summary("What <see cref=\"All\"/> varies, as a table: name, kind, range, scale and value where a search starts.")
            .Line("public global::TypedTune.TextTable Describe() => global::TypedTune.SpaceDescription.Describe(All());").Line();
    }

    private static string AllOf(ParameterModel parameter, string root) => parameter switch
    {
        { Kind: ParameterKind.Choice } => $"{parameter.Name}.Any()",
        { Kind: ParameterKind.Custom, Bounds: var bounds } => $"{parameter.Name}.SearchRange({CodeWriter.Literal(bounds.LowSearched)}, {CodeWriter.Literal(bounds.HighSearched)}, global::TypedTune.Scale.{(bounds.IsLog ? "Log" : "Linear")})",
        { Kind: ParameterKind.Integer, Coverage: Coverage.Finite, IsNullable: false } => $"(global::TypedTune.Grid<{root}>){parameter.Name}.All()",
        { Kind: ParameterKind.Integer, Coverage: Coverage.Finite } => $"((global::TypedTune.Grid<{root}>){parameter.Name}.All() + {parameter.Name}.Null())",
        { Kind: ParameterKind.Integer or ParameterKind.Real, IsNullable: true } => $"({parameter.Name}.All() + {parameter.Name}.Null())",
        _ => $"{parameter.Name}.All()",
    };

    public static string BoundsOf(BoundsModel bounds) => !bounds.AreDeclared && !bounds.IsLog && !bounds.HasSearchRange
        ? "global::TypedTune.Bounds.None"
        : SearchOf(bounds, $"new global::TypedTune.Bounds({CodeWriter.Literal(bounds.Min)}, {CodeWriter.Literal(bounds.Max)}, {CodeWriter.Literal(bounds.MinExclusive)}, {CodeWriter.Literal(bounds.MaxExclusive)}, global::TypedTune.Scale.{(bounds.IsLog ? "Log" : "Linear")})");

    private static string SearchOf(BoundsModel bounds, string created)
    {
        var ends = new List<string>();
        if (!double.IsNegativeInfinity(bounds.SearchMin))
            ends.Add($"SearchMin = {CodeWriter.Literal(bounds.SearchMin)}");
        if (!double.IsPositiveInfinity(bounds.SearchMax))
            ends.Add($"SearchMax = {CodeWriter.Literal(bounds.SearchMax)}");
        return ends.Count == 0 ? created : $"{created} {{ {string.Join(", ", ends)} }}";
    }

    private static string SummaryOf(TypeModel type, ParameterModel parameter)
    {
        string kind = parameter.Kind switch
        {
            ParameterKind.Nested => "The hyperparameters of",
            ParameterKind.OneOf => "The options of",
            _ => "The hyperparameter",
        };
        string own = parameter.Summary.Length > 0 ? parameter.Summary : $"{kind} <c>{type.Name}.{parameter.Path}</c>.";
        if (parameter.Bounds.AreDeclared)
            own += $" Legal values: {parameter.Bounds.Describe()}.";
        if (parameter.Bounds.HasSearchRange)
            own += $" Searched by <c>All()</c>: {BoundsModel.Text(parameter.Bounds.LowSearched)} to {BoundsModel.Text(parameter.Bounds.HighSearched)}.";
        return parameter.Default.Length > 0 ? $"{own} Default: <c>{CodeWriter.Xml(parameter.Default)}</c>." : own;
    }
}
