using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits what stands in for members that cannot be generated, until what is wrong with the type is put right.</summary>
internal static class StubEmitter
{
    private const string Learning = FlowEmitter.Learning;

    // partial record Model
    // {
    //     public sealed class Hyperparameters<TRoot>;
    //     public sealed class Fitted;
    // }
    public static string Emit(StubModel stub)
    {
        string type = stub.Type.FullName;
        string[] bases = stub.IsRow ? [$"{Learning}IRow<{type}>"] : [];
        return TypeEmitter.Emit(stub.Type, bases, writer =>
        {
            if (stub.HasHyperparameters)
                EmitType(writer, stub.Type, KnownNames.HyperparametersType, $"<{stub.Type.RootParameter}>");
            if (stub.HasFitted)
                EmitType(writer, stub.Type, KnownNames.FittedType, "");
            if (stub.IsRow)
                writer.Unseen().Line($"static {Learning}RowSchema<{type}> {Learning}IRow<{type}>.Schema => throw new global::System.InvalidOperationException({CodeWriter.Literal($"{stub.Type.Name} was compiled with errors.")});");
        });
    }

    private static void EmitType(CodeWriter writer, TypeModel type, string name, string parameters) =>
        writer.Summary("Empty, as the type has errors.").Unseen().Line($"public {type.New(name)}sealed class {name}{parameters} {{ }}").Line();
}
