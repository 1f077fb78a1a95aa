using TypedTune.Generators.Model;
using TypedTune.Generators.Parsing;

namespace TypedTune.Generators.Emission;

/// <summary>Emits how a fitted pipeline or column transformer is saved and loaded.</summary>
internal static class PersistenceEmitter
{
    private const string Learning = "global::TypedTune.Learning.";

    /// <summary>The interface of what can be saved.</summary>
    public static string Interface(Signature whole) => $"{Learning}IPersistentModel<{whole.Fitted}>";

    // static string IPersistentModel<Fitted>.ModelName => "Housing.HousingModel";
    // void IPersistentModel<Fitted>.Write(ModelWriter writer)
    // {
    //     writer.Configuration("Configuration", this.Configuration);
    //     writer.Part("Preprocessing", this.Preprocessing);
    // }
    // static Fitted IPersistentModel<Fitted>.Read(ModelReader reader)
    // {
    //     HousingModel configuration = reader.Configuration("Configuration", new HousingModel());
    //     return new Fitted(configuration, reader.Part<HousingFeatures.Fitted>("Preprocessing"), …);
    // }
    public static void Emit(CodeWriter writer, ComponentModel component, FlowModel flow)
    {
        if (flow.WhyNotSaved.Length > 0)
        {
            EmitRefusal(writer, flow);
            return;
        }

        string contract = Interface(flow.Signature);
        writer.Line().Line($"static string {contract}.ModelName => {component.Configuration?.TypeName ?? CodeWriter.Literal(component.Type.HintName)};").Line();
        if (component.Configuration is { Version: not 1 } configuration)
            writer.Line($"static int {contract}.ModelVersion => {configuration.Version};").Line();
        for (int i = 0; i < flow.Steps.Count; i++)
            EmitOptions(writer, flow.Steps[i], i);
        EmitWrite(writer, flow, contract);
        EmitRead(writer, component.Type, flow, contract);
    }

    private static void EmitOptions(CodeWriter writer, StepModel step, int index)
    {
        if (step.FittedOptions.Count == 0)
            return;
        string option = $"{Learning}ModelOption<{step.Signature.Fitted}>";
        string options = string.Join(", ", step.FittedOptions.Select(fitted => $"{option}.For<{fitted}>()"));
        writer.Line($"private static readonly {option}[] _options{index} = new {option}[] {{ {options} }};").Line();
    }

    private static void EmitWrite(CodeWriter writer, FlowModel flow, string contract)
    {
        writer.Open($"void {contract}.Write({Learning}ModelWriter writer)");
        if (flow.IsColumnTransformer)
            writer.Line($"writer.Rows<{flow.Signature.RowType}>();");
        writer.Line("writer.Configuration(\"Configuration\", this.Configuration);");
        if (flow.IsColumnTransformer)
            writer.Line("writer.FeatureNames(\"FeatureNames\", this.FeatureNames);");
        for (int i = 0; i < flow.Steps.Count; i++)
        {
            var step = flow.Steps[i];
            string part = $"{CodeWriter.Literal(step.Path)}, this.{step.Name}";
            writer.Line(step.FittedOptions.Count > 0 ? $"writer.Option<{step.Signature.Fitted}>({part}, _options{i});" : $"writer.Part<{step.Signature.Fitted}>({part});");
        }

        writer.Close().Line();
    }

    private static void EmitRead(CodeWriter writer, TypeModel type, FlowModel flow, string contract)
    {
        writer.Open($"static {flow.Signature.Fitted} {contract}.Read({Learning}ModelReader reader)");
        if (flow.IsColumnTransformer)
            writer.Line($"reader.Rows<{flow.Signature.RowType}>();");
        writer.Line($"{type.FullName} configuration = reader.Configuration(\"Configuration\", new {type.FullName}());");
        string names = "";
        if (flow.IsColumnTransformer)
        {
            writer.Line($"{Learning}FeatureNames names = reader.FeatureNames(\"FeatureNames\");");
            names = ", names";
        }

        var parts = flow.Steps.Select((step, i) => step.FittedOptions.Count > 0
            ? $"reader.Option<{step.Signature.Fitted}>({CodeWriter.Literal(step.Path)}, _options{i})"
            : $"reader.Part<{step.Signature.Fitted}>({CodeWriter.Literal(step.Path)})");
        writer.Line($"return new {flow.Signature.Fitted}(configuration{names}, {string.Join(", ", parts)});").Close();
    }

    // A member of the type comes before the library's extension, so that the compiler says why.
    private static void EmitRefusal(CodeWriter writer, FlowModel flow)
    {
        if (flow.Signature.Role == Role.Step)
            return;
        string message = CodeWriter.Literal($"It cannot be saved: {flow.WhyNotSaved}.");
        foreach (string member in new[] { "void Save", $"static {flow.Signature.Fitted} Load" })
        {
            writer.Line().Summary("Cannot be called: a part of the pipeline cannot be saved; the error says which, and what to do.").Unlisted()
                .Line($"[global::System.Obsolete({message}, true)]")
                .Line($"public {member}(object file) => throw new global::System.NotSupportedException({message});");
        }
    }
}
