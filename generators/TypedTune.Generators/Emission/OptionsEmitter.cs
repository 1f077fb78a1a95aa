using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits the parameter of a choice between types: one member an option.</summary>
internal static class OptionsEmitter
{
    public static string NameOf(ParameterModel parameter) => $"{parameter.Path}Options";

    // public sealed class ModelOptions : Parameter<TRoot, IRegressor>
    // {
    //     public Ridge.Hyperparameters<TRoot> Ridge => new(Lens.Option<Ridge>("Ridge", …));
    //     public Grid<TRoot> Any() => In(new RandomForestRegressor(), new Ridge());
    //     public Space<TRoot> All() => RandomForestRegressor.All() + …;
    // }
    public static void Emit(CodeWriter writer, ParameterModel parameter, string root)
    {
        string name = NameOf(parameter);
        string lens = $"global::TypedTune.Lens<{root}, {parameter.Type}>";
        writer.Line();
        writer.Summary($"The options of <c>{parameter.Path}</c>: naming one in a space takes it.")
            .Unseen()
            .Open($"{parameter.Accessibility} sealed class {name} : global::TypedTune.Parameter<{root}, {parameter.Type}>");
        writer.Summary("Made by generated code.")
            .Line("/// <param name=\"at\">Where the choice is.</param>")
            .Unlisted()
            .Open($"public {name}({lens} at) : base(at)").Close().Line();
        foreach (var option in parameter.Options.Where(option => option.IsTunable))
        {
            writer.Summary($"The hyperparameters of <c>{CodeWriter.Xml(option.Name.TrimStart('@'))}</c>, which is taken where one of them is bound.")
                .Line($"{option.Accessibility} {option.Type}.{KnownNames.HyperparametersType}<{root}> {option.Name} => new({LensOf(option)});").Line();
        }

        writer.Summary("Every option, each at its defaults.")
            .Line($"public global::TypedTune.Grid<{root}> Any() => In({string.Join(", ", parameter.Options.Select(option => $"new {option.Type}()"))});").Line();
        bool isFinite = parameter.Coverage == Coverage.Finite;
        writer.Summary("Every option with every hyperparameter that declares its range; an option without such at its defaults.")
            .Line($"public global::TypedTune.{(isFinite ? "Grid" : "Space")}<{root}> All() => {string.Join(" + ", parameter.Options.Select(option => option.Coverage == Coverage.None ? $"In(new {option.Type}())" : $"{option.Name}.All()"))};");
        writer.Close();
    }

    private static string LensOf(OptionModel option) =>
        $"Lens.Option<{option.Type}>({CodeWriter.Literal(option.Name.TrimStart('@'))}, static part => part as {option.Type}, static () => new {option.Type}())";
}
