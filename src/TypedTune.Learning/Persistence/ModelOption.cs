namespace TypedTune.Learning;

/// <summary>One of several types that a part of a saved model may be of. Immutable.</summary>
/// <typeparam name="TBase">What all of them are.</typeparam>
public abstract class ModelOption<TBase>
    where TBase : class
{
    private protected ModelOption(string name) => Name = name;

    /// <summary>The type's <see cref="IPersistentModel{TSelf}.ModelName"/>.</summary>
    public string Name { get; }

    /// <summary>Makes the option of a type.</summary>
    /// <typeparam name="TModel">The type.</typeparam>
    public static ModelOption<TBase> For<TModel>()
        where TModel : class, TBase, IPersistentModel<TModel> => new Typed<TModel>();

    /// <summary>The type's name.</summary>
    public override string ToString() => Name;

    internal abstract bool TryWrite(ModelWriter writer, string name, TBase part);

    internal abstract TBase Read(ModelReader reader, (string Model, int Version) begun);

    private sealed class Typed<TModel>() : ModelOption<TBase>(TModel.ModelName)
        where TModel : class, TBase, IPersistentModel<TModel>
    {
        internal override bool TryWrite(ModelWriter writer, string name, TBase part)
        {
            if (part.GetType() != typeof(TModel))
                return false;
            writer.Model(name, (TModel)part);
            return true;
        }

        internal override TBase Read(ModelReader reader, (string Model, int Version) begun) => reader.Model<TModel>(begun.Model, begun);
    }
}
