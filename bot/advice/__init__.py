"""A second opinion: where the rules leave a doubt, a language model may be asked. Off unless an operator names one."""
