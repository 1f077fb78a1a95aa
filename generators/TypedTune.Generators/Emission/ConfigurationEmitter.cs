using TypedTune.Generators.Model;

namespace TypedTune.Generators.Emission;

/// <summary>Emits how a configuration is written as text and read.</summary>
internal static class ConfigurationEmitter
{
    public const string Interface = "global::TypedTune.IConfiguration";

    /// <summary>A file for a type that has nothing but a text generated.</summary>
    public static string EmitFile(ConfigurationModel configuration) => TypeEmitter.Emit(configuration.Type, [Interface], writer => Emit(writer, configuration));

    // string IConfiguration.TypeName => "Geo";
    // int IConfiguration.Version => 1;
    // void IConfiguration.Write(ConfigurationWriter writer)
    // {
    //     writer.Begin(this);
    //     writer.Name("Clusters"u8).Number(this.Clusters);
    //     writer.End();
    // }
    // IConfiguration IConfiguration.Read(ConfigurationReader reader)
    // {
    //     reader.Begin(this);
    //     Geo read = this with
    //     {
    //         Clusters = reader["Clusters"].Number<int>(),
    //     };
    //     reader.End();
    //     return read;
    // }
    public static void Emit(CodeWriter writer, ConfigurationModel configuration)
    {
        writer.Unseen().Line($"string {Interface}.TypeName => {configuration.TypeName};").Line();
        writer.Unseen().Line($"int {Interface}.Version => {configuration.Version};").Line();
        bool isObsolete = configuration.Properties.Any(property => property.IsObsolete);
        if (isObsolete)
            writer.Line("#pragma warning disable CS0612, CS0618");
        EmitWrite(writer, configuration);
        EmitRead(writer, configuration);
        if (isObsolete)
            writer.Line("#pragma warning restore CS0612, CS0618").Line();
    }

    private static void EmitWrite(CodeWriter writer, ConfigurationModel configuration)
    {
        writer.Unseen().Open($"void {Interface}.Write(global::TypedTune.ConfigurationWriter writer)").Line("writer.Begin(this);");
        foreach (var property in configuration.Properties)
            writer.Line($"{TextEmitter.Write(property.Text, $"writer.Name({CodeWriter.Literal(property.Path)}u8)", property.IsReachable ? $"this.{property.Name}" : "this")};");
        writer.Line("writer.End();").Close().Line();
    }

    private static void EmitRead(CodeWriter writer, ConfigurationModel configuration)
    {
        var type = configuration.Type;
        writer.Unseen().Open($"{Interface} {Interface}.Read(global::TypedTune.ConfigurationReader reader)")
            .Line($"reader.Begin(this{(configuration.OldestVersion == 0 ? "" : $", {configuration.OldestVersion}")});");
        if (configuration.Properties.Count == 0)
        {
            writer.Line("reader.End();").Line("return this;").Close().Line();
            return;
        }

        if (type.CopiesByWith)
            writer.Open($"{type.FullName} read = this with");
        else
            writer.Line($"{type.FullName} read = ({type.FullName})this.MemberwiseClone();");
        foreach (var property in configuration.Properties.Where(property => property.IsReachable))
            writer.Line(type.CopiesByWith ? $"{property.Name} = {ReadOf(type, property)}," : $"read.{property.Name} = {ReadOf(type, property)};");
        if (type.CopiesByWith)
            writer.Close(";");
        writer.Line("reader.End();").Line("return read;").Close().Line();
    }

    private static string ReadOf(TypeModel type, ConfigurationProperty property)
    {
        string read = TextEmitter.Read(property.Text, $"reader[{CodeWriter.Literal(property.Path)}]", $"this.{property.Name}");
        return property.AddedIn == 0 ? read : $"reader.IsOlderThan({property.AddedIn}) ? new {type.FullName}().{property.Name} : {read}";
    }
}
